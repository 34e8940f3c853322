#pragma once

#include "model/domain/conversation.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <functional>
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
        TimeRole,       // "10:42", local
        HeadRole,       // bool: starts a group, so name and time are shown
        CitationRole,   // "Opening hours, Prices"; empty without citations
        KeyRole,        // qint64 that stays with the row's content: sequence, or minus the day
        StateRole,      // "Delivered", under the agents' last message; else empty
    };

    // How an agent is called, to know a mention when it stands in a note.
    using NameOf = std::function<QString(const AgentId&)>;

    explicit TranscriptModel(QObject* parent = nullptr, NameOf nameOf = {});

    void clear();
    // The newest messages, oldest first; those that came while they were loaded are kept after them.
    void showLatest(std::vector<Message> messages);
    void append(const Message& message);
    // Messages before the first one, oldest first.
    void prependEarlier(std::vector<Message> earlier);
    // How far messages reached the visitor's chat, and were seen there, by sequence.
    void setReached(std::int64_t delivered, std::int64_t read);

    bool isEmpty() const { return m_rows.empty(); }
    qint64 firstSequence() const;                 // 0 while empty
    qint64 lastSequenceOf(Author author) const;   // notes apart; 0: has said nothing
    std::vector<Message> messages() const;
    // The message of a row; of a day only its time means something.
    const Message& messageAt(int row) const { return m_rows[std::size_t(row)].message; }
    RowKind kindAt(int row) const { return m_rows[std::size_t(row)].kind; }
    bool startsGroup(int row) const;
    QStringList mentionsAt(int row) const;   // "@Mark Ashdown"

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        RowKind kind = RowKind::Message;
        Message message;   // of a day separator only `at` means something
    };
    static std::vector<Row> rowsOf(std::vector<Message> messages, const Message* before);
    int lastRowOf(Author author) const;   // -1: none
    QString stateAt(int row) const;
    QString spoken(int row) const;
    void restate(int before);   // the row that said how far messages reached may be another one now

    NameOf m_nameOf;
    std::vector<Row> m_rows;
    std::int64_t m_delivered = 0;
    std::int64_t m_read = 0;
};

}
