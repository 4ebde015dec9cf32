// Words that stand in scenarios' files and are shown to a player; named here so that translators find them.
import { N_ } from "../core";

export const IN_DATA = [
  [N_("phone"), N_("cafe"), N_("clinic desk"), N_("waiting room"), N_("treatment room"), N_("night kitchen")],
  [N_("party"), N_("spa office"), N_("school room"), N_("checkout"), N_("sports hall"), N_("street")],
  [N_("tailor shop"), N_("rink"), N_("neutral"), N_("warm"), N_("bright"), N_("amused"), N_("relieved")],
  [N_("worried"), N_("hurt"), N_("guarded"), N_("pained"), N_("thoughtful")],
];
