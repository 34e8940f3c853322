#include "ui/window/palette_entry.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PaletteEntry)
};

// ASCII letters without case; others must be equal. Enough to leave most of ten thousand names out before any is made.
bool lettersInOrder(const std::string& text, const std::string& words)
{
    const auto folded = [](char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter; };
    std::size_t at = 0;
    for (const char letter : text) {
        while (at < words.size() && words[at] == ' ')
            ++at;
        if (at < words.size() && folded(letter) == folded(words[at]))
            ++at;
    }
    while (at < words.size() && words[at] == ' ')
        ++at;
    return at == words.size();
}

bool isAscii(const QString& words)
{
    return std::ranges::all_of(words, [](QChar letter) { return letter.unicode() < 0x80; });
}

void add(std::vector<PaletteEntry>& found, PaletteEntry::Kind kind, const std::string& id, const QString& title,
         const QString& detail, const QString& words)
{
    PaletteEntry entry{kind, text(id), title, detail, true, {}, nullptr, paletteScore(title + u' ' + detail, words)};
    if (entry.score > 0)
        found.push_back(std::move(entry));
}

}

QString PaletteEntry::key() const { return QString::number(int(kind)) + u':' + id; }

int paletteScore(const QString& text, const QString& words)
{
    if (words.isEmpty())
        return 1;
    int score = 0;
    qsizetype at = -1;
    for (const QChar letter : words) {
        if (letter.isSpace())
            continue;
        const qsizetype next = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (next < 0)
            return 0;
        const bool begins = next == 0 || !text[next - 1].isLetterOrNumber();
        score += 1 + (begins ? 6 : 0) + (next == at + 1 && at >= 0 ? 4 : 0);
        at = next;
    }
    return text.compare(words, Qt::CaseInsensitive) == 0 ? score + 100 : score;   // what is named whole is meant
}

QString paletteKindName(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Conversation:
        return Words::tr("Conversation");
    case PaletteEntry::Kind::Contact:
        return Words::tr("Contact");
    case PaletteEntry::Kind::Agent:
        return Words::tr("Agent");
    case PaletteEntry::Kind::Queue:
        return Words::tr("Queue");
    case PaletteEntry::Kind::Policy:
        return Words::tr("Policy");
    case PaletteEntry::Kind::Section:
        return Words::tr("Settings");
    case PaletteEntry::Kind::MenuCommand:
        break;
    }
    return {};
}

QString paletteKindIcon(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Conversation:
        return u"chat"_s;
    case PaletteEntry::Kind::Contact:
        return u"contacts"_s;
    case PaletteEntry::Kind::Agent:
        return u"user"_s;
    case PaletteEntry::Kind::Queue:
        return u"users"_s;
    case PaletteEntry::Kind::Policy:
        return u"policies"_s;
    case PaletteEntry::Kind::Section:
        return u"settings"_s;
    case PaletteEntry::Kind::MenuCommand:
        break;
    }
    return u"bolt"_s;
}

std::vector<PaletteEntry> fittingActions(const QList<QAction*>& actions, const QString& words)
{
    std::vector<PaletteEntry> found;
    for (QAction* action : actions) {
        const QString title = QString(action->text()).remove(u'&');
        const int score = paletteScore(title, words);
        if (score == 0)
            continue;
        const QString why = !action->statusTip().isEmpty() ? action->statusTip()
            : action->toolTip() != title && !action->toolTip().isEmpty() && action->toolTip() != action->iconText()
            ? action->toolTip()
            : Words::tr("Not possible here");
        found.push_back({PaletteEntry::Kind::MenuCommand, action->objectName(), title,
                         action->shortcut().toString(QKeySequence::NativeText), action->isEnabled(),
                         action->isEnabled() ? QString() : why, action, score + (action->isEnabled() ? 1 : 0)});
    }
    return found;
}

std::vector<PaletteEntry> fittingConversations(const ConsoleModel& model, const QString& words)
{
    std::vector<PaletteEntry> found;
    const std::string plain = words.toStdString();
    const bool ascii = isAscii(words);
    for (const auto& [id, conversation] : model.conversations())
        if (!ascii
            || lettersInOrder(conversation.visitorName + ' ' + numberOf(id).toStdString() + ' ' + conversation.company,
                              plain))
            add(found, PaletteEntry::Kind::Conversation, id.value, line(conversation.visitorName, 60),
                QString(numberOf(id) + u' ' + line(conversation.company, 60)).trimmed(), words);
    return found;
}

std::vector<PaletteEntry> fittingPeopleAndRules(const ConsoleModel& model, const QString& words)
{
    std::vector<PaletteEntry> found;
    for (const auto& [id, agent] : model.agents())
        add(found, PaletteEntry::Kind::Agent, id.value, line(agent.agent.name, 60), line(agent.agent.team, 60), words);
    for (const Queue& queue : model.rulebook().queues)
        add(found, PaletteEntry::Kind::Queue, queue.id.value, model.queueName(queue.id), {}, words);
    for (const Policy& policy : model.rulebook().policies)
        add(found, PaletteEntry::Kind::Policy, policy.id.value,
            line(policy.name.empty() ? policy.id.value : policy.name, 80), {}, words);
    return found;
}

std::vector<PaletteEntry> fittingContacts(const std::vector<ContactRow>& contacts, const QString& words)
{
    std::vector<PaletteEntry> found;
    for (const ContactRow& row : contacts) {
        const Contact& contact = row.contact;
        const std::string reached = !contact.emails.empty() ? contact.emails.front()
            : !contact.phones.empty()                       ? contact.phones.front()
                                                            : std::string();
        const QString title = line(contact.name.empty() ? reached : contact.name, 60);
        PaletteEntry entry{PaletteEntry::Kind::Contact,
                           text(contact.id.value),
                           title,
                           line(contact.company, 60),
                           true,
                           {},
                           nullptr,
                           0};
        entry.score
            = std::max(1, paletteScore(title + u' ' + entry.detail, words));   // it was found by words not shown here
        found.push_back(std::move(entry));
    }
    return found;
}

std::vector<PaletteEntry> fittingSections(const QStringList& sections, const QString& words)
{
    std::vector<PaletteEntry> found;
    for (qsizetype i = 0; i < sections.size(); ++i)
        add(found, PaletteEntry::Kind::Section, std::to_string(i), sections[i], {}, words);
    return found;
}

}
