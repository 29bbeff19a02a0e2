import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/page.css';
import '../../assets/styles/welcome.css';
import { start } from '../surface/start.tsx';
import { WelcomeSurface } from './surface.tsx';

void start('welcome_tab', ({ language }) => <WelcomeSurface language={language} />);
