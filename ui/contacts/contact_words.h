#pragma once

#include "model/domain/contact.h"

#include <QString>
#include <QStringList>

namespace signalbox {

// What a contact is called: the name, else the first e-mail or phone. For one line.
QString contactName(const Contact& contact);
// What somebody types to confirm that this contact is meant: short enough to be typed.
QString contactConfirmation(const Contact& contact);
QString channelNames(const std::vector<Channel>& channels);   // "Website, WhatsApp"
QString ownerOrOutcome(const Conversation& conversation, const QString& agentName);   // "Closed: resolved", "With Leila"

}
