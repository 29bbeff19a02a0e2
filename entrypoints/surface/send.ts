import { messenger } from '../../utils/messaging/channel.ts';
import type { BackgroundRoutes } from '../background/routes.ts';

/** Asks the background. @throws {MessageError} when refused or unreachable. */
export const send = messenger<BackgroundRoutes>();
