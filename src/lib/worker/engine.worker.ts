import { toStoreFault } from '../store/fault';
import { database } from './database';
import { engineCalls } from './engine-calls';
import { type EngineCalls } from './protocol';
import { ownPort } from './own-port';
import { serve } from './serve';

serve<EngineCalls>(ownPort(), engineCalls(database()), toStoreFault);
