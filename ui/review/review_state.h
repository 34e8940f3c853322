#pragma once

#include "model/figures/recall.h"
#include "model/figures/review_figures.h"
#include "model/figures/threshold_forecast.h"
#include "model/figures/threshold_study.h"
#include "ui/review/label_book.h"
#include "ui/review/review_week.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/page_context.h"
#include "ui/shared/review.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace signalbox {

struct AlertTrigger;
struct ChangeSet;

// One thing to judge.
struct ReviewItem {
    enum class Kind {
        Alert,
        SecondLook,   // an alert that somebody else has labelled: to see whether people agree
        Silent,       // drawn from conversations without an alert
        Tier          // corrected by a person
    };
    Kind kind = Kind::Alert;
    ReviewedConversation conversation;
    AlertId trigger;   // empty: of a tier
    std::int64_t alert = 0;
    Instant at{};
    std::optional<double> score{};
    std::optional<Draw> draw{};
    HeldBack heldBack = HeldBack::No;
    TierId tierBefore{};
    TierId tierAfter{};
    std::string reason{};   // of the correction
};

// What was estimated about the conversations that a trigger said nothing of.
struct MissedEstimate {
    std::int64_t silent = 0;   // conversations
    std::int64_t drawn = 0;    // of them
    std::int64_t judged = 0;   // of those
    std::int64_t needed = 0;   // to say anything
    std::int64_t worthIt = 0;
    RecallEstimate recall;
};

// What came of a threshold that was published.
struct PublishedThreshold {
    MovedThreshold moved;
    ThresholdForecast forecast;
};

// A week as it stands, with everybody's labels as they come in. Figures are of the alerts of the week, studies of all the
// history until its end. Asks for nothing before `open`.
class ReviewState : public QObject {
    Q_OBJECT

public:
    explicit ReviewState(const PageContext& context, QObject* parent = nullptr);

    void open(const ReviewWeek& week, Origin origin);
    void reload();
    void sampleMore();   // draws further conversations without an alert
    bool isLoading() const { return m_ticket != 0; }
    bool isLoaded() const { return m_loaded; }
    const QString& trouble() const { return m_trouble; }
    const ReviewWeek& week() const { return m_week; }
    Origin origin() const { return m_question.origin; }
    const ReviewData& data() const { return m_data; }

    // The alerts, then those to be looked at by a second person, the sample for the chosen trigger, and corrected tiers.
    const std::vector<ReviewItem>& items() const { return m_items; }
    const AlertId& trigger() const { return m_trigger; }
    void chooseTrigger(const AlertId& trigger);
    const AlertTrigger* triggerNamed(const AlertId& id) const;   // of the live rulebook; null: it is not there any more
    QString triggerName(const AlertId& id) const;

    // The verdict that counts for the item here: of a second look, mine.
    std::optional<Verdict> verdictOf(const ReviewItem& item) const;
    const Label* labelOf(const ReviewItem& item) const;
    int labelled() const;   // of the alerts
    int alerts() const { return m_alertItems; }
    const Label* myLabel(const ReviewItem& item) const;
    void give(const ReviewItem& item, Verdict verdict, const QString& reason = {});
    bool canTakeBack() const { return !m_given.empty(); }
    void takeBack();   // the last label given here, for what stood before
    std::optional<std::pair<ConversationId, std::int64_t>> lastGiven() const;   // what that is about

    // By trigger and channel ("" for all), of the week and of the week before; the latter know no acknowledgements.
    const std::map<std::pair<std::string, std::string>, AlertFigures>& figures() const;
    std::optional<ShareEstimate> changeOf(const AlertId& trigger) const;   // since the week before
    MissedEstimate missed(const AlertId& trigger, std::optional<Channel> channel = {}) const;
    std::vector<Channel> silentChannels(const AlertId& trigger) const;   // with conversations that it said nothing of
    // Channels on which the trigger has raised alerts with a score, and the study of one.
    std::vector<Channel> studiedChannels(const AlertId& trigger) const;
    std::shared_ptr<const ThresholdStudy> study(const AlertId& trigger, Channel channel) const;
    // Thresholds that were raised in the weeks before, and whether what was forecast has come; newest first.
    std::vector<PublishedThreshold> published() const;
    std::string measureOn(const AlertId& trigger, Channel channel) const;   // empty: it has none
    double weeksOfPast() const;
    ThresholdEffect wholePast() const;   // all triggers, nothing changed

Q_SIGNALS:
    void loaded();          // other data or items
    void labelsChanged();   // and with them every figure
    void triggerChosen();
    void refused(const QString& why);

private:
    void take(quint64 ticket, const ReviewData& data);
    void follow(const ChangeSet& changes);
    void buildItems();
    void forgetFigures();
    Label labelFor(const ReviewItem& item) const;
    std::vector<JudgedAlert> judgedInWeek() const;
    std::vector<JudgedAlert> judgedBefore() const;
    void send(const Label& label);

    PageContext m_context;
    CommandAnswers m_commands;
    ReviewQuestion m_question;
    ReviewWeek m_week;
    quint64 m_ticket = 0;
    bool m_loaded = false;
    QString m_trouble;
    ReviewData m_data;
    LabelBook m_labels;
    AlertId m_trigger;
    std::vector<ReviewItem> m_items;
    int m_alertItems = 0;
    std::vector<Label> m_given;   // what to say again, newest last
    mutable std::optional<std::map<std::pair<std::string, std::string>, AlertFigures>> m_figures;
    mutable std::optional<std::map<std::pair<std::string, std::string>, AlertFigures>> m_figuresBefore;
    mutable std::map<std::pair<AlertId, Channel>, std::shared_ptr<const ThresholdStudy>> m_studies;
};

}
