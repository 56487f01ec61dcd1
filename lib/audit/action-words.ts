/** What can stand in the audit log, in words. An action that is missing here is shown by its own name. */
export const ACTION_WORDS: Record<string, string> = {
  "votes.exclude": "Excluded votes",
  "votes.restore": "Restored votes",
  "entrant.status": "Changed an entrant's status",
  "creation.hide": "Hid a creation",
  "creation.unhide": "Showed a creation again",
  "reports.resolve": "Settled reports",
  "ratings.recompute": "Asked for a recompute",
  "person.invite": "Invited somebody",
  "person.uninvite": "Withdrew an invitation",
  "person.accept": "Accepted an invitation",
  "person.role": "Changed somebody's role",
  "person.end-sessions": "Ended somebody's sessions",
  "person.password": "Changed their password",
  "person.add-site": "Added another way to sign in",
  "person.remove-site": "Removed a way to sign in",
};
