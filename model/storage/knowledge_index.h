#pragma once

#include <soci/soci.h>

#include <string>
#include <string_view>

namespace signalbox::storage {

// The full-text index of everything that can answer a question. `asked` is all the wordings of the question, `title` what
// a citation shows. Throws soci::soci_error.
void learn(soci::session& session, std::string_view entry, std::string_view title, std::string_view asked,
           std::string_view answer);
void forget(soci::session& session, std::string_view entry);
// Forgets every fact of the company's profile ("profile/...").
void forgetProfile(soci::session& session);

}
