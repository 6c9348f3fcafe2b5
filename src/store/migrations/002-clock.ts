/** Second schema: subscriptions, the slots they were due in, what was posted, jobs waiting, alerts. Team first in every key. */
import type { ColumnBuilderCallback, Kysely } from 'kysely';

const required: ColumnBuilderCallback = (column) => column.notNull();

/** Creates every table of the clock; run inside one transaction, so that a killed start leaves nothing behind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSubscriptions(db);
  await createSlots(db);
  await createPosts(db);
  await createQueue(db);
  await createAlerts(db);
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('team', 'text', required)
    .addColumn('subscription', 'integer', required)
    .addColumn('channel', 'text', required)
    .addColumn('channel_name', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('time', 'text', required)
    .addColumn('zone', 'text', required)
    .addColumn('parts', 'text', required)
    .addColumn('placement', 'text', required)
    .addColumn('theme', 'text', required)
    .addColumn('by_user', 'text', required)
    .addColumn('created_at', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('next_slot', 'text')
    .addColumn('next_day', 'text')
    .addColumn('next_due', 'text')
    .addColumn('standing_ts', 'text')
    .addColumn('seen_day', 'text')
    .addColumn('seen', 'text')
    .addPrimaryKeyConstraint('subscriptions_key', ['team', 'subscription'])
    .addUniqueConstraint('subscriptions_one', ['team', 'channel', 'kind'])
    .execute();
  await db.schema
    .createIndex('subscriptions_due')
    .on('subscriptions')
    .columns(['team', 'status', 'next_due'])
    .execute();
}

async function createSlots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('slots')
    .addColumn('team', 'text', required)
    .addColumn('job', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('slot', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('due_at', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('detail', 'text', required)
    .addColumn('updated_at', 'text', required)
    .addPrimaryKeyConstraint('slots_key', ['team', 'job', 'day', 'slot'])
    .execute();
  await db.schema.createIndex('slots_log').on('slots').columns(['team', 'channel', 'due_at']).execute();
}

async function createPosts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('team', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('thread_ts', 'text')
    .addColumn('state', 'text', required)
    .addColumn('claimed_at', 'text', required)
    .addColumn('lease_until', 'text', required)
    .addColumn('posted_channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('pictures', 'text', required)
    .addColumn('about', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('snapshot', 'text', required)
    .addPrimaryKeyConstraint('posts_key', ['team', 'key'])
    .execute();
  await db.schema.createIndex('posts_place').on('posts').columns(['team', 'posted_channel', 'ts']).execute();
}

async function createQueue(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('queue_jobs')
    .addColumn('team', 'text', required)
    .addColumn('job', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('seq', 'integer', required)
    .addColumn('lane', 'text', required)
    .addColumn('payload', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('not_before', 'text', required)
    .addColumn('lease_until', 'text', required)
    .addColumn('attempts', 'integer', required)
    .addPrimaryKeyConstraint('queue_jobs_key', ['team', 'job', 'key'])
    .addUniqueConstraint('queue_jobs_order', ['seq'])
    .execute();
  await db.schema.createIndex('queue_jobs_open').on('queue_jobs').columns(['state', 'seq']).execute();
  await db.schema.createIndex('queue_jobs_lane').on('queue_jobs').columns(['team', 'lane', 'state', 'seq']).execute();
}

async function createAlerts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alerts')
    .addColumn('team', 'text', required)
    .addColumn('alert', 'integer', required)
    .addColumn('channel', 'text', required)
    .addColumn('channel_name', 'text', required)
    .addColumn('by_user', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('rule', 'text', required)
    .addColumn('terms', 'text', required)
    .addColumn('state', 'text')
    .addColumn('status', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('snoozed_until', 'text')
    .addColumn('created_at', 'text', required)
    .addColumn('because', 'text', required)
    .addColumn('evaluated_at', 'text')
    .addColumn('fired_at', 'text')
    .addColumn('cleared_at', 'text')
    .addColumn('fired_key', 'text')
    .addPrimaryKeyConstraint('alerts_key', ['team', 'alert'])
    .execute();
  await db.schema
    .createTable('alert_events')
    .addColumn('team', 'text', required)
    .addColumn('alert', 'integer', required)
    .addColumn('event', 'integer', required)
    .addColumn('channel', 'text', required)
    .addColumn('content', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('not_before', 'text', required)
    .addColumn('created_at', 'text', required)
    .addPrimaryKeyConstraint('alert_events_key', ['team', 'alert', 'event'])
    .execute();
  await db.schema.createIndex('alert_events_open').on('alert_events').columns(['team', 'channel', 'state']).execute();
}
