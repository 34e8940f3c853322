#include "ui/policies/problems/problems_popup.h"

#include "ui/policies/problems/problems_pane.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QHBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

ProblemsPopup::ProblemsPopup(const StudioContext& studio, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_studio(studio), m_pane(new ProblemsPane(studio, this))
{
    setObjectName(u"problemsPopup"_s);
    setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->addWidget(m_pane);
    addStep(u"nextProblem"_s, tr("Next problem"), Qt::Key_F8, 1);
    addStep(u"problemBefore"_s, tr("Problem before"), Qt::SHIFT | Qt::Key_F8, -1);
    connect(&studio.selection, &StudioSelection::tryWanted, this, &QWidget::hide);
}

void ProblemsPopup::addStep(const QString& name, const QString& text, const QKeySequence& key, int by)
{
    auto* action = new QAction(text, parentWidget());   // works while the popup is hidden
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, by] { m_pane->step(by); });
    m_actions << action;
    parentWidget()->addAction(action);
    addAction(action);
}

void ProblemsPopup::openBelow(QWidget& anchor)
{
    const Theme& theme = m_studio.page.theme;
    resize(theme.px(420), theme.px(440));
    const int across = std::max(0, anchor.mapTo(anchor.window(), QPoint()).x() + anchor.width() - width());
    move(anchor.window()->mapToGlobal(QPoint(across, 0)).x(), anchor.mapToGlobal(QPoint(0, anchor.height())).y());
    show();
    m_pane->focusList();
}

}
