#pragma once

#include <QList>
#include <QPointer>
#include <QString>

#include <vector>

class QAction;

namespace signalbox {

class ConsoleModel;
struct ContactRow;

// One thing that the command palette can reach.
struct PaletteEntry {
    enum class Kind { MenuCommand, Conversation, Contact, Agent, Queue, Policy, Section };
    Kind kind = Kind::MenuCommand;
    QString id;   // an action's objectName, or the id of what it opens
    QString title;
    QString detail;   // a company, a team; the shortcut of an action
    bool enabled = true;
    QString why;   // not enabled
    QPointer<QAction> action;
    int score = 0;

    QString key() const;   // "conversation:4811": the same the next time
};

// How well `words` fit `text`: 0 when their letters do not occur in it in this order; more for beginnings of words and for
// letters that stand together.
int paletteScore(const QString& text, const QString& words);

QString paletteKindName(PaletteEntry::Kind kind);   // "Conversation"
QString paletteKindIcon(PaletteEntry::Kind kind);

// Each returns what fits the words, with its score.
std::vector<PaletteEntry> fittingActions(const QList<QAction*>& actions, const QString& words);
std::vector<PaletteEntry> fittingConversations(const ConsoleModel& model, const QString& words);
std::vector<PaletteEntry> fittingPeopleAndRules(const ConsoleModel& model,
                                                const QString& words);   // agents, queues, policies
std::vector<PaletteEntry> fittingContacts(const std::vector<ContactRow>& contacts, const QString& words);
std::vector<PaletteEntry> fittingSections(const QStringList& sections, const QString& words);

}
