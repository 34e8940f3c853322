#pragma once

#include "model/domain/contact.h"

#include <string>

namespace signalbox {

// Contacts as the command line prints them, for people and as one line of JSON.
std::string contactInWords(const ContactRow& row);
std::string contactInWords(const ContactDetail& detail);
std::string contactAsJson(const ContactRow& row);
std::string contactAsJson(const ContactDetail& detail);

}
