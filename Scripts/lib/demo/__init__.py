"""The demo agency: who it is (agency), its people (people), its weeks (weeks, troubles) and what they prove (report)."""
