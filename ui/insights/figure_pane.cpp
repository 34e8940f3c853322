#include "ui/insights/figure_pane.h"

#include "ui/insights/beside_list.h"
#include "ui/insights/big_figure.h"
#include "ui/insights/comparison_section.h"
#include "ui/insights/confusion_grid.h"
#include "ui/insights/parts_section.h"
#include "ui/insights/question_bar.h"
#include "ui/insights/wait_curve.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/prompts.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int roomForBoth = 780;   // narrower than this, what stands beside the figure stands below it
constexpr int roomForMore = 1100;

bool saysSomething(const std::vector<NamedLine>& parts)
{
    return std::ranges::any_of(parts, [](const NamedLine& each) { return each.line.value || each.line.soFar; });
}

}

void FigurePane::connectParts()
{
    connect(&m_state, &FiguresState::changed, this, &FigurePane::refresh);
    connect(&m_question, &QuestionBar::changed, this, &FigurePane::ask);
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
    connect(m_big, &BigFigure::clicked, this, [this] {
        if (const FigureLine* const main = m_state.main(m_subject))
            openBehind({}, main->rows);
    });
    connect(m_confusion, &ConfusionGrid::cellChosen, this, &FigurePane::openBehind);
    connect(m_curve, &WaitCurve::chosen, this, [this] { m_big->click(); });
    for (PartsSection* parts : {m_own, m_parts})
        connect(parts, &PartsSection::partChosen, this,
                [this](const NamedLine& part) { openBehind(part.name, part.line.rows); });
    connect(m_comparison, &ComparisonSection::versionChosen, this, [this](int version) {
        m_version = version;
        ask();
    });
    connect(m_empty->button(), &QPushButton::clicked, this, &FigurePane::takeNextStep);
}

void FigurePane::setSubject(FigureSubject subject)
{
    m_subject = subject;
    refresh();
}

void FigurePane::ask()
{
    FigureQuestion question = m_question.question();
    const int live = m_context.model.rulebookOnScreen().version;
    question.changedBy = m_version ? m_version : live > 0 ? std::optional(live) : std::nullopt;
    m_state.ask(question, m_question.by());
}

void FigurePane::askAgain() { ask(); }

void FigurePane::openBehind(const QString& of, const std::vector<std::int64_t>& rows)
{
    Q_EMIT behindWanted(of.isEmpty() ? subjectName(m_subject) : tr("%1, %2").arg(subjectName(m_subject), of), rows,
                        m_subject == FigureSubject::Alerts ? RowsOf::Alerts : RowsOf::Conversations);
}

std::vector<NamedLine> FigurePane::named(std::vector<FigureLine> lines) const
{
    std::vector<NamedLine> all;
    for (FigureLine& line : lines) {
        QString name = partName(line, m_context.model);
        all.push_back({std::move(line), std::move(name)});
    }
    return all;
}

// With what each is estimated to have caught.
std::vector<NamedLine> FigurePane::namedTriggers() const
{
    std::vector<NamedLine> all = named(m_state.parts(m_subject, Dimension::Trigger));
    for (const FigureLine& line : triggerLinesOf(m_state.report()))
        if (line.measure == "recall")
            for (NamedLine& each : all)
                if (each.line.part == line.part)
                    each.beside = tr("recall: %1").arg(besideWords(line));
    return all;
}

void FigurePane::refresh()
{
    m_reading->setVisible(m_state.isSlow());
    sayTrouble();
    m_content->setVisible(m_state.isLoaded());
    m_origin->setVisible(m_state.isLoaded() && m_state.report().question.origin != Origin::Live);
    const FigureLine* const main = m_state.isLoaded() ? m_state.main(m_subject) : nullptr;
    if (!main)
        return;
    m_origin->setText(text(originWarning(m_state.report().question.origin)));
    if (!m_state.isLoading())
        m_question.setChoices(m_state.report().choices);
    showFigure(*main);
    showCharts();
    showEmpty(*main);
}

void FigurePane::sayTrouble()
{
    if (m_state.trouble().isEmpty())
        return;
    m_message->setKind(MessageKind::Bad);
    m_message->setText(tr("The figures cannot be read."), m_state.trouble());
    m_message->show();
}

void FigurePane::showFigure(const FigureLine& main)
{
    m_big->setEnabled(!main.rows.empty());
    m_big->setFigure(figureValue(main.unit, main.value), somewhere(main), main.thin);
    m_why->setVisible(!main.value || main.thin);
    m_why->setText(main.value ? tr("Fewer than %1: not to be relied on.").arg(fewestToRelyOn) : text(main.why));
    m_sample->setText(sampleWords(m_subject, main));
    const FigureAbout about = aboutFigures(m_state.report())[std::size_t(m_subject)];
    m_definition->setText(text(about.definition));
    showNotes(about);
    m_beside->show(m_state.beside(m_subject));
}

void FigurePane::showCharts()
{
    const FigureReport& report = m_state.report();
    const Dimension by = m_state.by();
    const bool accuracy = m_subject == FigureSubject::Accuracy && report.accuracy.whole.judged > 0;
    m_confusionChart->setVisible(accuracy);
    if (accuracy)
        m_confusion->show(report.accuracy.whole);
    const bool response = m_subject == FigureSubject::Response && report.response.whole.calendar;
    m_curveChart->setVisible(response);
    if (response)
        m_curve->show(*report.response.whole.calendar);
    const bool alerts = m_subject == FigureSubject::Alerts, conversion = m_subject == FigureSubject::Conversion;
    const Dimension own = alerts ? Dimension::Trigger : Dimension::Week;
    const bool hasOwn = alerts || (conversion && by != Dimension::Week);
    m_own->setVisible(hasOwn);
    if (hasOwn)
        m_own->show(m_subject, own, alerts ? namedTriggers() : named(m_state.parts(m_subject, own)));
    m_parts->show(m_subject, by, named(m_state.parts(m_subject, by)));
    if (conversion)
        m_comparison->show(report);
    else
        m_comparison->hide();
}

// Nothing at all to show: why, and one next step.
void FigurePane::showEmpty(const FigureLine& main)
{
    const bool some = main.value || main.of > 0 || !main.rows.empty()
        || saysSomething(named(m_state.parts(m_subject, m_state.by())));
    m_empty->setVisible(!some);
    m_charts->setVisible(some);
    m_beside->setVisible(some);
    m_sample->setVisible(some);
    if (some)
        return;
    m_empty->setSentence(text(main.why));
    const QString words[]{tr("Open the review"), tr("Show everything"), tr("Show simulated ones"),
                          tr("Show live ones")};
    m_empty->button()->setText(words[std::size_t(nextStep(main))]);
    m_empty->button()->show();
}

// What waits to be labelled is worth more than a longer look back.
FigurePane::NextStep FigurePane::nextStep(const FigureLine& main) const
{
    const bool labelled = m_subject == FigureSubject::Accuracy || m_subject == FigureSubject::Alerts;
    if (labelled && main.notJudged)
        return NextStep::Review;
    if (m_state.isNarrowed())
        return NextStep::Everything;
    return m_state.report().question.origin == Origin::Live ? NextStep::Simulated : NextStep::Live;
}

void FigurePane::takeNextStep()
{
    switch (nextStep(*m_state.main(m_subject))) {
    case NextStep::Review:
        return Q_EMIT reviewWanted();
    case NextStep::Everything:
        return m_question.showEverything();
    case NextStep::Simulated:
        return m_question.showOrigin(Origin::Practice);
    case NextStep::Live:
        return m_question.showOrigin(Origin::Live);
    }
}

void FigurePane::showNotes(const FigureAbout& about)
{
    QStringList notes;
    for (const std::string& note : about.notes)
        notes << text(note);
    if (m_subject == FigureSubject::Conversion && m_state.report().comparison)
        notes.removeLast();   // the comparison has a place of its own
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void FigurePane::exportAs(ExportFormat format)
{
    if (!m_state.isLoaded())
        return;
    const QString ending = endingOf(format);
    const auto file = m_context.prompts.saveFile(tr("Export the figures"),
                                                 QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending),
                                                 QStringLiteral("figures.") + ending);
    if (!file)
        return;
    const auto told = [this, name = QFileInfo(*file).fileName()](const Result<void>& written) {
        m_message->setKind(written ? MessageKind::Good : MessageKind::Bad);
        if (written)
            m_message->setText(tr("The figures are in %1.").arg(name));
        else
            m_message->setText(tr("%1 was not written.").arg(name), text(written.error().message));
        m_message->show();
    };
    m_work.start([this, format, report = m_state.report(), file = *file, told]() -> BackgroundWork::Finish {
        std::string bytes = exported(report, format);
        return [this, bytes = std::move(bytes), file, told] { m_context.prompts.writeFile(file, bytes, this, told); };
    });
}

void FigurePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_context.theme.px(roomForBoth);
    m_head->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int room = m_context.theme.px(width() >= m_context.theme.px(roomForMore) ? 420 : 330);
    m_beside->setMinimumWidth(wide ? room : 0);
    m_beside->setMaximumWidth(wide ? room : QWIDGETSIZE_MAX);
}

}
