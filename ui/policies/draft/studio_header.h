#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/panes.h"

class QMenu;
class QPushButton;
class QToolButton;

namespace signalbox {

class DraftKeeper;
class Tag;

// The head of the studio: which version the draft starts from, how much has changed and whether that is saved, the way
// back, what is wrong, and the way to publishing.
class StudioHeader : public PaneHeader {
    Q_OBJECT

public:
    StudioHeader(const StudioContext& context, const DraftKeeper& keeper, QWidget* parent = nullptr);

    void setMenu(QMenu* menu);                   // what is asked for seldom
    void setWhyNotPublish(const QString& why);   // empty: it may be published
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void problemsWanted(QWidget& link);
    void casesWanted();
    void compareWanted();
    void publishWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectParts(const DraftKeeper& keeper);
    void refreshDraft(const DraftKeeper& keeper);
    void refreshUndo();
    void refreshProblems();
    void refreshCases();
    void fit();
    QString undoWords() const;
    QString savedWords(const DraftKeeper& keeper) const;

    StudioContext m_context;
    Tag* m_version;
    QPushButton* m_undo;
    QPushButton* m_problems;
    QPushButton* m_cases;
    QPushButton* m_compare;
    QPushButton* m_publish;
    QToolButton* m_more;
    bool m_mayCompare = false;
};

}
