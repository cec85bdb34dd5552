import { defineConfig } from 'prisma/config'

// `generate`, `validate` and `format` ask for an engine binary that they never run. Any program satisfies the question,
// so nothing is downloaded. For commands that would really run it (`migrate`, `db`) this must never be set: they would
// exit 0 and do nothing. Migrations are applied in process instead, see src/platform/migrate.ts.
if (process.argv.some((word) => ['generate', 'validate', 'format'].includes(word))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({ schema: 'prisma/schema.prisma' })
