#pragma once

#include "model/domain/conversation.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

namespace signalbox {

class UiState;

// What was typed and not sent yet, for each agent and conversation. It is written down a second after the last key, so
// that a crash costs no more than that. Several of these share one UiState; a draft is whole in whichever wrote last.
class ReplyDrafts : public QObject {
    Q_OBJECT

public:
    struct Draft {
        QString text;
        bool note = false;

        bool operator==(const Draft&) const = default;
    };

    explicit ReplyDrafts(UiState& state, QObject* parent = nullptr);
    ~ReplyDrafts() override;   // writes down what is not yet

    Draft draft(const AgentId& agent, const Conversation& conversation) const;
    void keep(const AgentId& agent, const Conversation& conversation, const Draft& draft);   // without text: forgotten
    void writeDown();

private:
    UiState& m_state;
    QHash<QString, Draft> m_changed;   // not written down yet
    QTimer m_soon;
};

}
