#include "ui/policies/problems/problems_pane.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/problems/problem_delegate.h"
#include "ui/policies/problems/problem_model.h"
#include "ui/policies/problems/problem_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

ProblemsPane::ProblemsPane(const StudioContext& studio, QWidget* parent)
    : QWidget(parent),
      m_studio(studio),
      m_model(new ProblemModel(studio.problems, studio.draft, this)),
      m_state(nullptr),
      m_list(new QListView(this)),
      m_detail(new QWidget(this)),
      m_words(nullptr),
      m_hiddenBy(nullptr),
      m_hiders(new QVBoxLayout),
      m_go(newSmallButton(tr("Go to it"), u"goToProblem"_s, this)),
      m_try(newSmallButton(tr("Try the witness"), u"tryWitness"_s, this))
{
    setObjectName(u"problemsPane"_s);
    Theme& theme = studio.page.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(12), 0, 0);
    column->setSpacing(theme.px(8));
    m_state = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_state->setObjectName(u"problemsState"_s);
    m_state->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    column->addWidget(m_state);
    m_list->setObjectName(u"problemList"_s);
    m_list->setAccessibleName(tr("Problems, errors first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProblemDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    column->addWidget(m_list, 1);
    auto* detail = new QVBoxLayout(m_detail);
    detail->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(14));
    detail->setSpacing(theme.px(6));
    m_words = newParagraph({}, theme, TextStyle::Body, ThemeColor::Text, m_detail);
    m_words->setObjectName(u"problemWords"_s);
    detail->addWidget(m_words);
    m_hiddenBy = newLabel(tr("Hidden by"), theme, TextStyle::SectionLabel, ThemeColor::TextMuted, m_detail);
    detail->addWidget(m_hiddenBy);
    m_hiders->setSpacing(0);
    detail->addLayout(m_hiders);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addWidget(m_go);
    buttons->addWidget(m_try);
    buttons->addStretch(1);
    detail->addLayout(buttons);
    setSurface(*m_detail, theme, ThemeColor::Raised);
    column->addWidget(m_detail);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPane::showChosen);
    const auto go = [this] {
        if (const Problem* const problem = chosen())
            goTo(*problem);
    };
    connect(m_list, &QListView::activated, this, go);
    connect(m_list, &QListView::clicked, this, go);
    connect(m_go, &QPushButton::clicked, this, go);
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (const Problem* const problem = chosen(); problem && problem->witness)
            m_studio.selection.tryOut(tr("Witness: %1").arg(problem->title.toLower()), *problem->witness);
    });
    connect(&studio.problems, &ProblemList::changed, this, &ProblemsPane::refresh);
    refresh();
}

const Problem* ProblemsPane::chosen() const
{
    return m_list->currentIndex().isValid() ? m_model->at(m_list->currentIndex().row()) : nullptr;
}

void ProblemsPane::goTo(const Problem& problem)
{
    const PolicyId policy = problem.policy;
    const QString place = m_studio.problems.placeOf(problem);
    if (!policy.empty())
        m_studio.selection.choosePolicy(policy);
    if (!place.isEmpty())
        m_studio.selection.goTo(place);
}

void ProblemsPane::step(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int now = m_list->currentIndex().row();
    const int next = now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count;
    m_list->setCurrentIndex(m_model->index(next));
    if (const Problem* const problem = chosen())
        goTo(*problem);
}

void ProblemsPane::focusList() { m_list->setFocus(Qt::PopupFocusReason); }

void ProblemsPane::keepChosen()
{
    if (!m_kept || chosen())
        return;
    const auto& all = m_studio.problems.all();
    const auto isKept = [this](const Problem& one) {
        return one.kind == m_kept->kind && one.policy == m_kept->policy && one.within == m_kept->within
            && one.words == m_kept->words;
    };
    if (const auto again = std::ranges::find_if(all, isKept); again != all.end())
        m_list->setCurrentIndex(m_model->index(int(again - all.begin())));
}

void ProblemsPane::refresh()
{
    keepChosen();
    const ProblemList& problems = m_studio.problems;
    const int notes = problems.count(Problem::Weight::Note);
    QStringList parts;
    if (const QString summary = problems.summary(); !summary.isEmpty())
        parts << summary;
    if (notes > 0)
        parts << notesInWords(notes);
    QString state = parts.join(u", "_s);
    if (problems.checking())
        state = state.isEmpty() ? tr("Checking…") : tr("%1. Checking…").arg(state);
    else if (state.isEmpty())
        state = problems.complete() ? tr("Nothing is wrong: every policy can fire, and every conversation is handled.")
                                    : tr("Nothing was found in the time there was.");
    else if (!problems.complete())
        state = tr("%1. There was no time to look at everything.").arg(state);
    m_state->setText(state);
    m_list->setVisible(m_model->rowCount() > 0);
    showChosen();
}

void ProblemsPane::showChosen()
{
    const Problem* const problem = chosen();
    m_detail->setVisible(problem != nullptr);
    if (!problem)
        return;
    m_kept = *problem;
    m_words->setText(problem->words);
    m_go->setVisible(!m_studio.problems.placeOf(*problem).isEmpty());
    m_try->setVisible(problem->witness.has_value());
    addHiders(*problem);
}

void ProblemsPane::addHiders(const Problem& problem)
{
    while (QLayoutItem* const item = m_hiders->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_hiddenBy->setVisible(!problem.hiddenBy.empty());
    for (const PolicyId& id : problem.hiddenBy) {
        const Policy* const policy = m_studio.draft.find(id);
        if (!policy)
            continue;
        const int row = m_studio.draft.rowOf(id);
        const QString name = line(policy->name.empty() ? id.value : policy->name, 80);
        QPushButton* link = newLink(QStringLiteral("%1 %2").arg(row + 1).arg(QString(name).replace(u'&', u"&&"_s)),
                                    u"hiddenBy"_s, m_detail);
        connect(link, &QPushButton::clicked, this, [this, id] {
            m_studio.selection.choosePolicy(id);
            m_studio.selection.goTo(QStringLiteral("/policies/%1").arg(m_studio.draft.rowOf(id)));
        });
        m_hiders->addWidget(link, 0, Qt::AlignLeft);
    }
}

}
