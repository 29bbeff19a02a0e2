import { messenger } from '../../utils/messaging/messenger.ts';
import type { BackgroundRoutes } from '../background/routes.ts';

/** Asks the background. @throws {MessageError} when refused or unreachable. */
export const send = messenger<BackgroundRoutes>();
