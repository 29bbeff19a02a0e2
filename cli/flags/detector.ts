import { defineCommand } from 'citty';
import { commitsOf } from '../detector/in-history.ts';
import { detectorOfFolder } from '../detector/of-folder.ts';
import { CommandFailure } from '../outcome.ts';

/** `ensign flags detector` */
export const detector = defineCommand({
  meta: {
    name: 'detector',
    description: 'Print the detector of this folder; of one that is named, the commits that brought it in',
  },
  args: {
    version: {
      type: 'positional',
      required: false,
      description: 'a detector_version, as 1+9c1e5f0a7b3d2e48',
    },
  },
  run({ args }) {
    if (args.version === undefined) {
      process.stdout.write(`${JSON.stringify({ detector: detectorOfFolder() })}\n`);
      return;
    }
    if (!/^\d+\+[0-9a-f]{16}$/.test(args.version)) {
      throw new CommandFailure(`${args.version}: no detector with a hash, as 1+9c1e5f0a7b3d2e48`, 2);
    }
    const commits = commitsOf(args.version, process.cwd());
    for (const commit of commits) {
      process.stdout.write(`${JSON.stringify({ detector: args.version, commit })}\n`);
    }
    if (commits.length === 0) throw new CommandFailure(`${args.version}: in no commit of this history`, 1);
  },
});
