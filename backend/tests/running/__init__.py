"""How the suite is run: in which order, by which worker, with which servers, how thoroughly."""
