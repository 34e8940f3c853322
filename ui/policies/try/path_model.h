#pragma once

#include "model/domain/ids.h"

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace signalbox {

class StudioSelection;
class Trial;
struct CompiledDraft;
struct TraceStep;

// The way a trial takes through the policies: each up to the one that fired with what failed first, then how many were
// not reached. The chosen policy always has a row of its own.
class PathModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Mark { Fired, Failed, Off, NotReached };
    enum Roles {
        NumberRole = Qt::UserRole + 1,   // "5", "6–10"
        DetailRole,                      // "Company size 480, wanted at least 500"
        MarkRole,                        // Mark
        ChosenRole,                      // the policy chosen in the studio
        PolicyRole,                      // its id; empty for several
    };

    PathModel(Trial& trial, StudioSelection& selection, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    int rowOfChosen() const;   // -1: there is none
    int rowThatFired() const;

private:
    struct Row {
        QString number;
        PolicyId policy;
        QString title;
        QString detail;
        Mark mark = Mark::NotReached;
        bool operator==(const Row&) const = default;
    };
    void rebuild();
    void addSteps(const CompiledDraft& draft, std::vector<Row>& rows) const;
    void addNotReached(const CompiledDraft& draft, std::size_t from, std::vector<Row>& rows) const;

    Trial& m_trial;
    StudioSelection& m_selection;
    std::vector<Row> m_rows;
};

}
