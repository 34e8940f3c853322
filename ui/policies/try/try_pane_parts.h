#pragma once

#include "ui/policies/try/path_model.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/try_pane.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QListView;
class QPushButton;
class QSplitter;

namespace signalbox {

class EmptyState;
class InlineMessage;
class OutcomeSection;
class RecentImpact;
class SamplePicker;
class SmallestChange;
class ValuesView;
struct PastSample;

// What the pane is made of.
class TryPane::Parts : public QObject {
    Q_OBJECT

public:
    Parts(TryPane& pane, const StudioContext& studio);

    QList<QAction*> actions;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tryValues(const QString& name, const Values& values);
    void buildHead();
    void buildPath();
    QWidget* buildLower();
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key,
                       const std::function<void()>& act);
    void connectParts();
    void trySample(const PastSample& sample);
    void openPicker(const std::optional<PolicyId>& policy);
    void openPaste();
    void showCases(const CaseId& choose);
    void keepAsCase(PolicyCase made);
    void refresh();
    void scrollToWhatMatters();

    TryPane& m_pane;
    StudioContext m_studio;
    Trial m_trial;
    PathModel m_path;
    QPushButton* m_run;
    QPushButton* m_sample;
    QPushButton* m_keep;
    OutcomeSection* m_outcome = nullptr;
    InlineMessage* m_message;
    QListView* m_list = nullptr;
    SmallestChange* m_change = nullptr;
    ValuesView* m_values = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_splitter = nullptr;
    QWidget* m_impactLine = nullptr;
    RecentImpact* m_impact = nullptr;
    SamplePicker* m_picker = nullptr;
    CaseId m_kept;
};

}
