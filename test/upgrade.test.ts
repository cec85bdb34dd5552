import { PrismaPGlite } from 'pglite-prisma-adapter'
import { expect, test } from 'vitest'
import { loadReference } from '../prisma/reference.ts'
import { standingOf } from '../src/dossier/standing-store.ts'
import type { PersonId } from '../src/people/rules.ts'
import { createPGlite, openEmbedded } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'

const now = new Date('2024-06-03T01:00:00Z')

/** A database as the first release left it: one owner, whose KTP was sent in. */
async function firstRelease() {
  const pglite = await createPGlite()
  await migrate(new PrismaPGlite(pglite), '20261124000001_constraints')
  await pglite.exec(`
    INSERT INTO zone VALUES ('payakumbuh', 'Payakumbuh');
    INSERT INTO region (code, bps_code, name, short_name, kind, seat, timezone, zone_id, aliases)
      VALUES ('13.76', '1376', 'Kota Payakumbuh', 'Payakumbuh', 'kota', 'Payakumbuh', 'Asia/Jakarta', 'payakumbuh', '{}');
    INSERT INTO catalogue (version, body, created_at) VALUES (1, '{"version": 1}', now());
    INSERT INTO cycle (name, catalogue_version, owner_deadline, portal_deadline, opened_at)
      VALUES ('OVOP 2024', 1, '2024-06-21', '2024-06-30', now());
    INSERT INTO person (name, created_at) VALUES ('Yanti', now());
    INSERT INTO business (owner_id, name, region_code, commodity, created_at)
      VALUES (1, 'Rendang Yanti', '13.76', 'makanan_minuman', now());
    INSERT INTO dossier (business_id, cycle_id, catalogue_version, created_at) VALUES (1, 1, 1, now());
    INSERT INTO item (dossier_id, requirement_id, state, since) VALUES (1, 'ktp_pemilik', 'submitted', now());
    INSERT INTO file (owner_id, sha256, storage_key, size, mime, telegram_file_id, telegram_kind, created_at)
      VALUES (1, 'aa', 'k', 5, 'image/png', 'f', 'photo', now());
    INSERT INTO submission (item_id, person_id, file_id, cause, submitted_at) VALUES (1, 1, 1, 7, now());
  `)
  return pglite
}

test('who began with the first release finds what they sent, and is asked for what is new', {
  timeout: 60_000,
}, async () => {
  const db = await openEmbedded(await firstRelease())
  try {
    await loadReference(db, now)
    await loadReference(db, now)
    const { dossier } = await standingOf(db, 1 as PersonId)
    expect(dossier?.catalogueVersion).toBe(2)
    expect(dossier?.items.find(({ requirementId }) => requirementId === 'ktp_pemilik')).toMatchObject({
      state: 'submitted',
      pages: 1,
      drafting: false,
    })
    expect(dossier?.items.find(({ requirementId }) => requirementId === 'sertifikat_halal')?.state).toBe('open')
    expect(await db.reader.cycle.findFirstOrThrow()).toMatchObject({ fieldVisitUntil: '2024-09-28', switchedOn: [] })
    expect(await db.reader.catalogue.count()).toBe(1)
  } finally {
    await db.close()
  }
})
