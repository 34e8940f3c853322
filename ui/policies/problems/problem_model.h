#pragma once

#include <QAbstractListModel>

namespace signalbox {

class ProblemList;
class RulebookDraft;
struct Problem;

// The problems of the draft, errors first.
class ProblemModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        TitleRole = Qt::UserRole + 1,   // "Can never fire"
        WhereRole,                      // "4 Refund above €500"
        WordsRole,
        WeightRole,   // Problem::Weight
        StaleRole,
    };

    ProblemModel(const ProblemList& problems, const RulebookDraft& draft, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const Problem* at(int row) const;   // none: no such row

private:
    void refresh();

    const ProblemList& m_problems;
    const RulebookDraft& m_draft;
    int m_count = 0;
};

}
