import { openStore } from '../support/store.ts';
import { clockContract } from './clock-contract.ts';

clockContract('SQLite', () => openStore());
