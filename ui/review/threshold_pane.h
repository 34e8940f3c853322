#pragma once

#include "ui/review/proposal.h"
#include "ui/review/review_state.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace signalbox {

class CurvePlot;
class ElidedLabel;
class QuietCombo;

// "What if the threshold moved?" for the chosen trigger: the curve, a slider for each channel, and what the chosen value
// would have removed and lost.
class ThresholdPane : public QWidget {
    Q_OBJECT

public:
    ThresholdPane(const PageContext& context, ReviewState& state, QWidget* parent = nullptr);

    void choose(Channel channel, double threshold);   // from a proposal
    void suggest();                                   // the lowest that reaches the aim

Q_SIGNALS:
    void proposed(const signalbox::ThresholdProposal& proposal);
    void whyWanted(const signalbox::ConversationId& conversation, signalbox::Instant at);

private:
    void build();
    QWidget* newControls();
    QWidget* newFigure(const QString& what, QWidget* value);
    void refresh();       // another trigger, other labels
    void showChannel();   // another channel
    void setSlider();
    void showEffect();
    void showNames(bool isTrue, QPushButton* from);
    void propose();
    double threshold() const;
    Channel channel() const;

    PageContext m_context;
    ReviewState& m_state;
    std::shared_ptr<const ThresholdStudy> m_study;   // of the chosen trigger and channel
    std::map<std::pair<AlertId, Channel>, double> m_chosen;
    double m_step = 1;

    ElidedLabel* m_title;
    QLabel* m_labelled;
    CurvePlot* m_curve;
    QWidget* m_body;
    QLabel* m_nothing;
    QuietCombo* m_channel;
    QLabel* m_measure;
    QLabel* m_value;
    QSlider* m_slider;
    QLabel* m_least;
    QLabel* m_most;
    QPushButton* m_removed;
    QPushButton* m_lost;
    QLabel* m_precision;
    QLabel* m_perWeek;
    QLabel* m_load;
    QuietCombo* m_aim;
    QLabel* m_advice;
    QPushButton* m_propose;
};

}
