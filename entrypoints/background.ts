import { defineBackground } from 'wxt/utils/define-background';
import { parseHost } from '../utils/domain/host.ts';

export default defineBackground(() => {
  parseHost('');
});
