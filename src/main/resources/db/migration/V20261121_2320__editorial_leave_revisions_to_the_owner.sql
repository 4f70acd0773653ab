-- Only the site itself reads and adds revisions; a role that is given nothing has nothing.

revoke all on revision from public;
