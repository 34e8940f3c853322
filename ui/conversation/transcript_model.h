#pragma once

#include "model/domain/conversation.h"

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace signalbox {

// The rows of one conversation's transcript, oldest first: day separators and messages. Messages are known by their
// sequence, so that one that arrives twice, or while the detail is being loaded, stands there once.
class TranscriptModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class RowKind { Day, System, Note, Message };
    enum Roles {
        KindRole = Qt::UserRole + 1,   // int of RowKind
        AuthorRole,                    // int of Author
        AuthorNameRole,
        TimeRole,                      // "10:42", local
        HeadRole,                      // bool: starts a group, so name and time are shown
        CitationRole,                  // "Opening hours, Prices"; empty without citations
        KeyRole,                       // qint64 that stays with the row's content: sequence, or minus the day
    };

    using QAbstractListModel::QAbstractListModel;

    void clear();
    // The newest messages, oldest first; those that came while they were loaded are kept after them.
    void showLatest(std::vector<Message> messages);
    void append(const Message& message);
    // Messages before the first one, oldest first.
    void prependEarlier(std::vector<Message> earlier);

    bool isEmpty() const { return m_rows.empty(); }
    qint64 firstSequence() const;   // 0 while empty
    std::vector<Message> messages() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        RowKind kind = RowKind::Message;
        Message message;   // of a day separator only `at` means something
    };
    static std::vector<Row> rowsOf(std::vector<Message> messages, const Message* before);
    bool startsGroup(int row) const;
    QString spoken(int row) const;

    std::vector<Row> m_rows;
};

}
