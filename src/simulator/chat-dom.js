// @ts-check
/** @typedef {string | number | boolean | undefined | ((event: any) => unknown)} Attribute */

/**
 * Makes an element. Functions become listeners (`onclick`), `true` an empty attribute, `false` and `undefined` none.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value))
  }
  node.append(...children.filter((child) => child !== undefined))
  return node
}

/**
 * Writes text only when it differs, so that screen readers and selections are left in peace.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}

/**
 * Makes the children of `parent` exactly `wanted`, touching only what is new, gone or out of place.
 * @param {Element} parent
 * @param {Element[]} wanted
 */
export function arrange(parent, wanted) {
  const keep = new Set(wanted)
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove()
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null)
  })
}

/**
 * Rebuilds the inside of `parent` and gives the focus back to whatever carries the same `data-key`, or to `parent` itself.
 * @param {Element} parent
 * @param {(Node | undefined)[]} children
 */
export function refill(parent, children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null
  parent.replaceChildren(...children.filter((child) => child !== undefined))
  if (!(focused instanceof HTMLElement) || focused === parent) return
  const again = parent.querySelector(`[data-key="${CSS.escape(focused.dataset.key ?? '')}"]`)
  const next = again ?? parent
  if (next instanceof HTMLElement) next.focus({ preventScroll: true })
}

/**
 * Finds an element that the page is known to have.
 * @param {string} id
 */
export function byId(id) {
  const node = document.getElementById(id)
  if (!node) throw new Error(`the page has no #${id}`)
  return node
}
