/** Fourth schema: messages taken in, what each post said, the turns of a thread, votes and open questions. Team first in every key. */
import type { ColumnBuilderCallback, Kysely } from 'kysely';

const required: ColumnBuilderCallback = (column) => column.notNull();

/** Creates every table of threads; run inside one transaction, so that a killed start leaves nothing behind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createInbox(db);
  await createSnapshots(db);
  await createTurns(db);
  await createFeedback(db);
}

async function createInbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('team', 'text', required)
    .addColumn('event_id', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('ts', 'text', required)
    .addColumn('thread_ts', 'text')
    .addColumn('by_user', 'text', required)
    .addColumn('via', 'text', required)
    .addColumn('words', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('received_at', 'text', required)
    .addColumn('lease_until', 'text', required)
    .addColumn('attempts', 'integer', required)
    .addPrimaryKeyConstraint('inbox_key', ['team', 'event_id'])
    .addUniqueConstraint('inbox_message', ['team', 'channel', 'ts'])
    .execute();
  await db.schema.createIndex('inbox_open').on('inbox').columns(['team', 'state', 'received_at']).execute();
}

async function createSnapshots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('post_snapshots')
    .addColumn('team', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('ts', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('command', 'text', required)
    .addColumn('as_of', 'text', required)
    .addColumn('numbers', 'text', required)
    .addColumn('corrected', 'text')
    .addPrimaryKeyConstraint('post_snapshots_key', ['team', 'channel', 'ts'])
    .execute();
}

async function createTurns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('turns')
    .addColumn('team', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('thread_ts', 'text', required)
    .addColumn('question_ts', 'text', required)
    .addColumn('by_user', 'text', required)
    .addColumn('asked_at', 'text', required)
    .addColumn('answer_ts', 'text')
    .addColumn('words', 'text', required)
    .addColumn('command', 'text', required)
    .addColumn('memory', 'text', required)
    .addPrimaryKeyConstraint('turns_key', ['team', 'channel', 'question_ts'])
    .execute();
  await db.schema.createIndex('turns_thread').on('turns').columns(['team', 'channel', 'thread_ts']).execute();
  await db.schema.createIndex('turns_answer').on('turns').columns(['team', 'channel', 'answer_ts']).execute();
}

async function createFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('team', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('ts', 'text', required)
    .addColumn('by_user', 'text', required)
    .addColumn('verdict', 'text', required)
    .addColumn('voted_at', 'text', required)
    .addPrimaryKeyConstraint('feedback_key', ['team', 'channel', 'ts', 'by_user'])
    .execute();
  await db.schema
    .createTable('unanswered')
    .addColumn('team', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('question_ts', 'text', required)
    .addColumn('by_user', 'text', required)
    .addColumn('asked_at', 'text', required)
    .addColumn('words', 'text', required)
    .addColumn('why', 'text', required)
    .addColumn('answer_ts', 'text')
    .addPrimaryKeyConstraint('unanswered_key', ['team', 'channel', 'question_ts'])
    .execute();
  await db.schema.createIndex('unanswered_newest').on('unanswered').columns(['team', 'asked_at']).execute();
}
