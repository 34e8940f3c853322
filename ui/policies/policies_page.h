#pragma once

#include "model/domain/ids.h"
#include "model/domain/value.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QUndoStack;

namespace signalbox {

struct Policy;
struct PolicyCase;
struct ThresholdChange;

// The policy studio: all rooms of the rulebook around one draft, which is kept in the workspace until it is published whole.
class PoliciesPage : public QWidget {
    Q_OBJECT

public:
    explicit PoliciesPage(const PageContext& context, QWidget* parent = nullptr);
    ~PoliciesPage() override;

    void showPolicy(const PolicyId& policy);
    // From other places of the window. Values to be decided on the draft, and the policy to look at: one that the draft
    // does not have changes nothing there.
    void tryOut(const QString& name, const Values& values, const PolicyId& policy);
    void takeCase(const PolicyCase& made);
    // Above `before`, or at the end when the draft does not have that.
    void takePolicy(const Policy& made, const PolicyId& before);
    // As one step of undo, saved at once; returns the alerts that the draft does not have, which stay as they are.
    std::vector<AlertId> takeThresholds(const std::vector<ThresholdChange>& changes);
    QUndoStack& undoStack();   // for the window's Edit menu: "Undo move Enterprise above VIP"
    // For the window's Policy menu, in order; each has an objectName.
    QList<QAction*> menuActions() const;

Q_SIGNALS:
    void draftChanged(int changes);   // how much differs from the live version

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
