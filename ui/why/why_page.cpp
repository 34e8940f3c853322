#include "ui/why/why_page_parts.h"

#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"
#include "ui/shared/ui_state.h"
#include "ui/why/facts_pane.h"
#include "ui/why/moments_row.h"
#include "ui/why/path_pane.h"
#include "ui/why/reasons_pane.h"
#include "ui/why/why_parts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QString whySplitterKey = u"why/splitter"_s;
constexpr int placeOfMoments = 2;   // in the head, after the titles
constexpr int leastPane = 240;      // high, where they stand one above another
constexpr int roomForThree = 900;   // narrower than this, the panes stand one above another

}

WhyPage::WhyPage(const PageContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"whyPage"_s);
    m_parts = std::make_unique<Parts>(*this, context);
}

WhyPage::~WhyPage() = default;

const ConversationId& WhyPage::shown() const { return m_parts->conversation; }
QList<QAction*> WhyPage::menuActions() const { return m_parts->actions; }

void WhyPage::explain(const ConversationId& conversation, std::optional<Instant> at)
{
    m_parts->conversation = conversation;
    m_parts->moment.reset();
    m_parts->nothing->setSentence({});
    m_parts->stack->setCurrentIndex(0);
    m_parts->ask({conversation, -1, at});
}

void WhyPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_parts->arrange();
}

void WhyPage::Parts::arrange()
{
    setLeastWidths();
    const bool wide = page.width() >= context.theme.px(roomForThree);
    panes->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    for (QWidget* pane : std::initializer_list<QWidget*>{facts, path, reasons})
        pane->setMinimumHeight(wide ? 0 : context.theme.px(leastPane));
    head->removeWidget(moments);
    headRow->removeWidget(moments);
    if (wide)
        headRow->insertWidget(placeOfMoments, moments);
    else
        head->addWidget(moments, 0, Qt::AlignLeft);
}

WhyPage::Parts::Parts(WhyPage& owner, const PageContext& pageContext)
    : page(owner),
      context(pageContext),
      stack(new QStackedWidget(&owner)),
      nothing(new EmptyState(pageContext.theme, {}, {}, &owner))
{
    setSurface(page, context.theme, ThemeColor::Panel);
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(stack);
    auto* content = new QWidget(stack);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(newLine(context.theme, content));
    column->addWidget(buildVerdict());
    column->addWidget(newLine(context.theme, content));
    buildPanes();
    // Where the panes stand one above another, all of them scroll.
    auto* frame = new QScrollArea(content);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setFocusPolicy(Qt::NoFocus);
    frame->setWidgetResizable(true);
    frame->setWidget(panes);
    column->addWidget(frame, 1);
    stack->addWidget(nothing);
    stack->addWidget(content);
    buildActions();
    connectParts();
    connectAnswers();
    showRights();
}

WhyPage::Parts::~Parts() { callOff(); }

QWidget* WhyPage::Parts::buildHeader()
{
    Theme& theme = context.theme;
    auto* header = new QWidget(&page);
    head = new QVBoxLayout(header);
    head->setContentsMargins(theme.px(8), theme.px(8), theme.px(16), theme.px(8));
    headRow = new QHBoxLayout;
    QHBoxLayout* const row = headRow;
    row->setSpacing(theme.px(12));
    head->addLayout(row);
    QToolButton* back = newIconButton(theme, u"chevron-left"_s, WhyPage::tr("Back (Esc)"), u"whyBack"_s, header);
    connect(back, &QToolButton::clicked, &page, &WhyPage::backWanted);
    row->addWidget(back);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    auto* title = new ElidedLabel(theme, TextStyle::PaneTitle, ThemeColor::Text, header);
    title->setText(WhyPage::tr("Why did this go there?"));
    titles->addWidget(title);
    about = new ElidedLabel(theme, TextStyle::Secondary, ThemeColor::TextMuted, header);
    titles->addWidget(about);
    row->addLayout(titles, 1);
    moments = new MomentsRow(theme, header);
    row->addWidget(moments);
    asCase = newButton(WhyPage::tr("Save as case"), u"whySaveAsCase"_s, header);
    newPolicy = newButton(WhyPage::tr("New policy from this…"), u"whyNewPolicy"_s, header);
    row->addWidget(asCase);
    row->addWidget(newPolicy);
    return header;
}

QWidget* WhyPage::Parts::buildVerdict()
{
    Theme& theme = context.theme;
    auto* strip = new QWidget(&page);
    setSurface(*strip, theme, ThemeColor::Raised);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(14));
    row->setSpacing(theme.px(12));
    tier = new TierChip(theme, strip);
    row->addWidget(tier);
    sentence = newParagraph({}, theme, TextStyle::PageTitle, ThemeColor::Text, strip);
    sentence->setObjectName(u"whyVerdict"_s);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    letWrap(*sentence);
    row->addWidget(sentence, 1);
    version = new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted, strip);
    row->addWidget(version);
    return strip;
}

void WhyPage::Parts::buildPanes()
{
    Theme& theme = context.theme;
    panes = newSplitter(Qt::Horizontal, u"whySplitter"_s, &page);
    facts = new FactsPane(context, panes);
    path = new PathPane(context, panes);
    reasons = new ReasonsPane(context, panes);
    setLeastWidths();
    for (QWidget* pane : std::initializer_list<QWidget*>{facts, path, reasons})
        panes->addWidget(pane);
    panes->setStretchFactor(1, 1);
    panes->setSizes({theme.px(300), theme.px(720), theme.px(308)});
    panes->restoreState(context.state.bytes(whySplitterKey));
    connect(panes, &QSplitter::splitterMoved, this,
            [this] { context.state.setBytes(whySplitterKey, panes->saveState()); });
}

void WhyPage::Parts::setLeastWidths()
{
    const Theme& theme = context.theme;
    facts->setMinimumWidth(theme.px(232));
    path->setMinimumWidth(theme.px(320));
    reasons->setMinimumWidth(theme.px(248));
}

QAction* WhyPage::Parts::addAction(const QString& name, const QString& text, const QKeySequence& key,
                                   std::function<void()> act)
{
    auto* action = new QAction(text, &page);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    page.QWidget::addAction(action);
    actions << action;
    return action;
}

void WhyPage::Parts::buildActions()
{
    addAction(u"previousDecision"_s, WhyPage::tr("Earlier decision"), Qt::Key_Left, [this] { askMoment(-1); });
    addAction(u"nextDecision"_s, WhyPage::tr("Later decision"), Qt::Key_Right, [this] { askMoment(+1); });
    addAction(u"copyWhy"_s, WhyPage::tr("Copy the explanation as text"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
              [this] { copy(); });
    caseAction
        = addAction(u"saveWhyAsCase"_s, WhyPage::tr("Save this decision as a case"), {}, [this] { asCase->click(); });
    policyAction = addAction(u"newPolicyFromWhy"_s, WhyPage::tr("New policy from this decision…"), {},
                             [this] { newPolicy->click(); });
    addAction(u"closeWhy"_s, WhyPage::tr("Back to where I came from"), Qt::Key_Escape,
              [this] { Q_EMIT page.backWanted(); });
}

}
