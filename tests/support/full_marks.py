"""What the bots must score."""

from __future__ import annotations

FULL = """
nodes:
  first:
    place: treatment-room
    frame: therapeutic
    options:
      - {id: p-1, goto: second, moves: [names_dual_role, sets_frame, recommends_with_reason, acts_on_report], say: Hi.}
      - {id: a-1, say: "Mine.", moves: [takes_over, recommends_with_reason], goto: second}
      - {id: m-1, say: "List.", moves: [menu_dump, invites_experience], goto: second}
      - {id: l-1, say: "Chat.", moves: [friend_leak, names_rupture], goto: second}
      - {id: w-1, say: "Rule.", moves: [hides_behind_policy, sets_frame], goto: second}
  second:
    place: treatment-room
    frame: therapeutic
    options:
      - {id: p-2, say: "Split.", moves: [splits_the_work, warm_limit, owns_part, supports_choice], goto: over}
      - {id: a-2, say: "Mine.", moves: [takes_over, splits_the_work], goto: over}
      - {id: m-2, say: "List.", moves: [bounces_decision, names_rupture], goto: over}
      - {id: l-2, say: "Chat.", moves: [skips_frame, names_rupture], goto: over}
      - {id: w-2, say: "Rule.", moves: [brushes_off_awkwardness, sets_frame], goto: over}
  over: {place: cafe, frame: social, ending: {kind: best, title: Over, text: It is over.}}
"""
