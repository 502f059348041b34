import { toStoreFault } from '../store/fault';
import { database } from './database';
import { engineCalls } from './engine-calls';
import { type EngineCalls } from './protocol';
import { serve, type Port } from './serve';

serve<EngineCalls>(globalThis as unknown as Port, engineCalls(database()), toStoreFault);
