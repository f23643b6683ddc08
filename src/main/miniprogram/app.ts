import { talk } from './talk/talk';

App({
  onLaunch() {
    // A conversation that was begun before goes on, with what was written and not sent.
    talk().resume();
  },
});
