#pragma once

#include "app/router/work.h"

namespace signalbox {

// Takes visitors for the contact whom an e-mail address or a phone number proves. Looks at what the batch's events from
// `firstEvent` on changed in the context of conversations. Two contacts proved to be one person become the one with the
// lower number. Practice visitors are nobody's contact, and a visitor who was taken apart from a contact stays apart.
void linkProvedVisitors(Work& work, std::size_t firstEvent);

}
