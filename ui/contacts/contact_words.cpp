#include "ui/contacts/contact_words.h"

#include "ui/shared/format_text.h"

#include <QCoreApplication>

namespace signalbox {
namespace {

constexpr int longestTyped = 40;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Contacts)
};

}

QString contactName(const Contact& contact)
{
    if (const QString name = line(contact.name).trimmed(); !name.isEmpty())
        return name;
    const std::string& proof = !contact.emails.empty() ? contact.emails.front()
        : !contact.phones.empty()                      ? contact.phones.front()
                                                       : contact.id.value;
    return line(proof);
}

QString contactConfirmation(const Contact& contact)
{
    const QString name = contactName(contact);
    return name.size() <= longestTyped ? name : Words::tr("contact %1").arg(line(contact.id.value));
}

QString channelNames(const std::vector<Channel>& channels)
{
    QStringList names;
    for (const Channel channel : channels)
        names.append(channelName(channel));
    return names.join(QStringLiteral(", "));
}

QString ownerOrOutcome(const Conversation& conversation, const QString& agentName)
{
    if (conversation.closedAt)
        return conversation.outcome.empty()
            ? Words::tr("Closed", "a conversation that is over")
            : Words::tr("Closed: %1").arg(line(conversation.outcome, 80).replace(QChar(u'_'), QChar(u' ')));
    switch (conversation.owner.kind) {
    case OwnerKind::Agent:
        return Words::tr("With %1", "an agent").arg(agentName);
    case OwnerKind::Queue:
        return Words::tr("Waiting for a person");
    case OwnerKind::Ai:
    case OwnerKind::Nobody:
        break;
    }
    return Words::tr("With the AI");
}

}
