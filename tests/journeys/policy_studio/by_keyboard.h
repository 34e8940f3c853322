#pragma once

namespace signalbox::test {

class Hand;

// With the keyboard alone, in the room of the policies: one on top of all others, by which whoever wants to leave talks to a
// person, unless they write French.
void writePolicyByKeys(const Hand& hand);

}
