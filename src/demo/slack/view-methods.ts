/** Web API methods for modals and the home tab. Keeps the stack of open modals; draws nothing. */
import { type Backstage, fileReady } from './backstage.ts';
import { viewProblems } from './blocks.ts';
import type { Method } from './chat-methods.ts';
import { newId } from './ids.ts';
import { type Fields, fields, list, text } from './json.ts';
import { invalidBlocks, refusal } from './refusal.ts';
import { announce, type OpenView, withIds } from './workspace.ts';

const DEEPEST = 3;

/** A view as Slack keeps it, from what the bot sent. @throws invalid_blocks and invalid_arguments. */
export function checkedView(stage: Backstage, given: unknown, ids: { id?: string; root?: string } = {}): OpenView {
  const view = fields(given);
  const problems = viewProblems(view, (id) => fileReady(stage, id));
  if (problems.length > 0)
    throw invalidBlocks(problems, problems.some((p) => p.includes('/blocks')) ? 'invalid_blocks' : 'invalid_arguments');
  const id = ids.id ?? newId('V');
  const { workspace } = stage;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view,
    id,
    root_view_id: ids.root ?? id,
    type: view.type === 'home' ? 'home' : 'modal',
    blocks: withIds(list(view.blocks)),
    team_id: workspace.team.id,
    app_id: workspace.bot.appId,
    bot_id: workspace.bot.botId,
    hash: `${workspace.nextTs()}.${newId('').slice(0, 8)}`,
    state: { values: {} },
  };
}

/** Puts `views` on screen. */
export function showViews({ workspace }: Backstage, views: readonly OpenView[]): void {
  workspace.views = views;
  announce(workspace, { kind: 'views' });
}

function spendTrigger(stage: Backstage, args: Fields): void {
  const trigger = stage.triggers.get(text(args.trigger_id) ?? '');
  if (!trigger) throw refusal('invalid_trigger_id');
  if (trigger.used) throw refusal('exchanged_trigger_id');
  if (trigger.expiresAt < stage.elapsedMs()) throw refusal('expired_trigger_id');
  trigger.used = true;
}

function open(stage: Backstage, args: Fields): Fields {
  const view = checkedView(stage, args.view);
  spendTrigger(stage, args);
  showViews(stage, [view]);
  return { view };
}

function push(stage: Backstage, args: Fields): Fields {
  const { views } = stage.workspace;
  const root = views[0]?.id;
  if (root === undefined) throw refusal('not_found');
  if (views.length >= DEEPEST) throw refusal('push_limit_reached');
  const view = checkedView(stage, args.view, { root });
  spendTrigger(stage, args);
  showViews(stage, [...views, view]);
  return { view };
}

function update(stage: Backstage, args: Fields): Fields {
  const old = stage.workspace.views.find(
    ({ id, external_id }) => id === args.view_id || (external_id !== '' && external_id === args.external_id),
  );
  if (!old) throw refusal('not_found');
  if (text(args.hash) !== undefined && args.hash !== old.hash) throw refusal('hash_conflict');
  const view = checkedView(stage, args.view, { id: old.id, root: old.root_view_id });
  showViews(
    stage,
    stage.workspace.views.map((other) => (other.id === old.id ? view : other)),
  );
  return { view };
}

function publish(stage: Backstage, args: Fields): Fields {
  const { workspace } = stage;
  if (args.user_id !== workspace.person.id) throw refusal('user_not_found');
  const id = workspace.home?.id;
  const view = checkedView(stage, args.view, id === undefined ? {} : { id });
  if (view.type !== 'home') throw refusal('invalid_arguments');
  workspace.home = view;
  announce(workspace, { kind: 'home' });
  return { view };
}

export const VIEW_METHODS = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
} satisfies Record<string, Method>;
