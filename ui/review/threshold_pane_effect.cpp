// What a moved threshold would have done, in words.
#include "model/figures/review_figures.h"
#include "routing/rulebook/describe.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/review/curve_plot.h"
#include "ui/review/review_words.h"
#include "ui/review/threshold_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostNames = 30;   // in one list
constexpr double highestOfScores = 100;

// Whole numbers where scores are such, finer ones where they all lie close.
double stepOf(double range) { return range <= 2 ? 0.01 : range <= 20 ? 0.1 : 1; }

QString precisionOrDash(const KeptAlerts& kept)
{
    return kept.truths + kept.falses < fewestJudged ? QStringLiteral("—") : formatPercent(kept.precision().value);
}

QString perWeekWords(double alerts) { return formatNumber(std::round(alerts * 10) / 10); }

}

void ThresholdPane::refresh()
{
    m_title->setText(m_state.trigger().empty()
                         ? tr("What if the threshold moved?")
                         : tr("%1: what if the threshold moved?").arg(m_state.triggerName(m_state.trigger())));
    const Channel before = channel();
    const std::vector<Channel> channels = m_state.studiedChannels(m_state.trigger());
    m_channel->clear();
    for (const Channel each : channels)
        m_channel->addItem(channelName(each), int(each));
    m_channel->setVisible(channels.size() > 1);
    if (m_channel->findData(int(before)) >= 0)
        m_channel->chooseData(int(before));
    m_advice->clear();
    showChannel();
}

void ThresholdPane::showChannel()
{
    m_study = m_channel->count() == 0 ? nullptr : m_state.study(m_state.trigger(), channel());
    m_body->setVisible(m_study != nullptr);
    m_nothing->setVisible(!m_study && m_state.isLoaded());
    m_labelled->setText(m_study ? tr("%1 labelled alerts").arg(formatCount(m_study->labelled())) : QString());
    if (!m_study) {
        m_nothing->setText(tr("No past alert of this trigger has a number to compare with a threshold."));
        return;
    }
    const std::string attribute = m_state.measureOn(m_state.trigger(), channel());
    m_measure->setText(
        tr("%1 at least").arg(upperFirst(line(attributeLabel(attribute, m_context.model.rulebook()), 60))));
    m_curve->show(*m_study);
    setSlider();
    showEffect();
}

void ThresholdPane::setSlider()
{
    const std::string attribute = m_state.measureOn(m_state.trigger(), channel());
    const bool isScore = attribute.ends_with("_score") && m_study->highest() <= highestOfScores;
    m_step = stepOf(m_study->highest() - m_study->live());
    const double highest = isScore && m_step == 1 ? highestOfScores : m_study->highest() + m_step;
    const int steps = std::max(1, int(std::ceil((highest - m_study->live()) / m_step)));
    const auto chosen = m_chosen.find({m_state.trigger(), channel()});
    const double value = chosen == m_chosen.end() ? m_study->live() : chosen->second;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, steps);
    m_slider->setPageStep(std::max(1, steps / 10));
    m_slider->setValue(int(std::lround((value - m_study->live()) / m_step)));
    m_least->setText(tr("%1 live").arg(formatNumber(m_study->live())));
    m_most->setText(formatNumber(m_study->live() + steps * m_step));
}

void ThresholdPane::showEffect()
{
    if (!m_study)
        return;
    const double chosen = threshold();
    const ThresholdEffect effect = m_study->at(chosen);
    m_value->setText(formatNumber(chosen));
    m_slider->setAccessibleDescription(formatNumber(chosen));
    m_removed->setText(tr("%1 of %2").arg(formatCount(effect.falsesRemoved()), formatCount(effect.before.falses)));
    m_removed->setAccessibleName(tr("False alerts removed: %1").arg(m_removed->text()));
    m_removed->setEnabled(effect.falsesRemoved() > 0);
    m_lost->setText(tr("%1 of %2").arg(formatCount(effect.truthsLost()), formatCount(effect.before.truths)));
    m_lost->setAccessibleName(tr("True alerts lost: %1").arg(m_lost->text()));
    m_lost->setEnabled(effect.truthsLost() > 0);
    const bool thin = effect.after.truths + effect.after.falses < fewestJudged;
    const QString change = tr("%1 → %2").arg(precisionOrDash(effect.before), precisionOrDash(effect.after));
    m_precision->setText(thin ? change : tr("%1 (%2)").arg(change, rangeWords(effect.after.precision())));
    m_precision->setToolTip(thin ? tr("Fewer than %1 labelled alerts are left.").arg(fewestJudged) : QString());
    m_perWeek->setText(tr("%1 → %2").arg(perWeekWords(effect.perWeekBefore()), perWeekWords(effect.perWeek())));
    QStringList loads;
    for (const PersonLoad& load : m_study->loads(chosen)) {
        if (loads.size() == 3)
            break;
        loads << tr("%1 %2 → %3")
                     .arg(load.agent.empty() ? tr("Anybody") : m_context.model.agentName(load.agent),
                          perWeekWords(load.before), perWeekWords(load.after));
    }
    m_load->setText(tr("A week: %1").arg(loads.join(QStringLiteral(" · "))));
    m_propose->setEnabled(chosen > m_study->live());
    m_curve->choose(*m_study, chosen);
}

void ThresholdPane::suggest()
{
    if (!m_study)
        return;
    const int aim = m_aim->currentData().toInt();
    const auto suggestion = suggestThreshold(m_study->curve(), aim / 100.0);
    if (!suggestion) {
        m_advice->setText(
            tr("No threshold reaches %1 %. The condition needs something else than another number.").arg(aim));
        return;
    }
    const KeptAlerts& kept = suggestion->kept;
    m_slider->setValue(int(std::ceil((kept.threshold - m_study->live()) / m_step - 1e-9)));
    const QString reached = tr("%1 and more: %2 of %3 labelled alerts were right, %4.")
                                .arg(formatNumber(kept.threshold), formatCount(kept.truths),
                                     formatCount(kept.truths + kept.falses), rangeWords(kept.precision()));
    m_advice->setText(suggestion->thin ? reached + u' ' + tr("Too few are labelled to be sure of %1 %.").arg(aim)
                                       : reached);
}

// By name, to open; the lowest scores first.
void ThresholdPane::showNames(bool isTrue, QPushButton* from)
{
    auto* names = new QMenu(from);
    names->setObjectName(isTrue ? QStringLiteral("lostNames") : QStringLiteral("removedNames"));
    names->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<const PastAlert*> removed = m_study->removed(threshold(), isTrue);
    for (std::size_t i = 0; i < std::min(removed.size(), mostNames); ++i) {
        const PastAlert& alert = *removed[i];
        const QString name = line(alert.visitorName, 60).replace(u'&', QStringLiteral("&&"));
        names->addAction(tr("%1, score %2, %3").arg(name, formatNumber(*alert.score), reviewMoment(alert.at)), this,
                         [this, id = alert.conversation, at = alert.at] { Q_EMIT whyWanted(id, at); });
    }
    if (removed.size() > mostNames)
        names->addAction(tr("and %1 more").arg(formatCount(qint64(removed.size() - mostNames))))->setEnabled(false);
    names->popup(from->mapToGlobal(QPoint(0, from->height())));
}

void ThresholdPane::propose()
{
    if (!m_study)
        return;
    Q_EMIT proposed({m_state.trigger(), channel(), m_state.measureOn(m_state.trigger(), channel()), m_study->live(),
                     threshold(), m_state.triggerName(m_state.trigger()), m_study->at(threshold())});
}

}
