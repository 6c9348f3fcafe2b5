/** First schema: calls, surveys, who may write, what was written. The team is the first part of every key. */
import type { Kysely } from 'kysely';

/** Creates every table of the ledger; run inside one transaction, so that a killed start leaves nothing behind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCalls(db);
  await createSurveys(db);
  await createKeeping(db);
}

async function createCalls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calls')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('call', 'integer', (column) => column.notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('calls_key', ['team', 'call'])
    .addUniqueConstraint('calls_identity', ['team', 'identity'])
    .execute();
  await db.schema
    .createTable('call_versions')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('call', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('firm', 'text', (column) => column.notNull())
    .addColumn('people', 'text', (column) => column.notNull())
    .addColumn('index_symbol', 'text', (column) => column.notNull())
    .addColumn('value_kind', 'text', (column) => column.notNull())
    .addColumn('value', 'double precision', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('base_date', 'text', (column) => column.notNull())
    .addColumn('base_close', 'double precision')
    .addColumn('horizon_kind', 'text', (column) => column.notNull())
    .addColumn('horizon', 'text', (column) => column.notNull())
    .addColumn('note_date', 'text', (column) => column.notNull())
    .addColumn('note_date_approximate', 'integer', (column) => column.notNull())
    .addColumn('variant', 'text', (column) => column.notNull())
    .addColumn('view_kind', 'text', (column) => column.notNull())
    .addColumn('supersedes', 'integer')
    .addColumn('source_link', 'text', (column) => column.notNull())
    .addColumn('source_publisher', 'text', (column) => column.notNull())
    .addColumn('source_quote', 'text')
    .addColumn('remark', 'text')
    .addColumn('withdrawn_on', 'text')
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_versions_key', ['team', 'call', 'version'])
    .addForeignKeyConstraint('call_versions_call', ['team', 'call'], 'calls', ['team', 'call'])
    .execute();
}

async function createSurveys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_series')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('survey', 'text', (column) => column.notNull())
    .addColumn('series', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('positive', 'text', (column) => column.notNull())
    .addColumn('negative', 'text', (column) => column.notNull())
    .addColumn('signed', 'integer', (column) => column.notNull())
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_series_key', ['team', 'survey', 'series', 'version'])
    .execute();
  await db.schema
    .createTable('survey_readings')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('survey', 'text', (column) => column.notNull())
    .addColumn('series', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('field_from', 'text')
    .addColumn('field_to', 'text')
    .addColumn('published', 'text', (column) => column.notNull())
    .addColumn('value', 'double precision')
    .addColumn('direction', 'integer', (column) => column.notNull())
    .addColumn('respondents', 'integer')
    .addColumn('assets_bn', 'double precision')
    .addColumn('source_link', 'text', (column) => column.notNull())
    .addColumn('source_publisher', 'text', (column) => column.notNull())
    .addColumn('source_quote', 'text')
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_readings_key', ['team', 'survey', 'series', 'period', 'version'])
    .execute();
}

async function createKeeping(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_log')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('entry', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by_user', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_log_key', ['team', 'entry'])
    .execute();
  await db.schema
    .createTable('team_settings')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('team_settings_key', ['team', 'name', 'version'])
    .execute();
  await db.schema
    .createTable('drafts')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('draft', 'integer', (column) => column.notNull())
    .addColumn('by_user', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['team', 'draft'])
    .execute();
}
