#pragma once

#include "model/domain/conversation.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace signalbox {

class ConsoleModel;

// The conversations of one contact, newest first.
class ContactConversationsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole + 1, AgeRole };

    ContactConversationsModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent = nullptr);

    void setRows(std::vector<Conversation> rows);
    ConversationId idAt(int row) const { return m_rows[std::size_t(row)].id; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const ConsoleModel& m_console;
    std::function<Instant()> m_now;
    std::vector<Conversation> m_rows;
};

}
