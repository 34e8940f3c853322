#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/analysis_port.h"

#include <QFrame>
#include <QTimer>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace signalbox {

// "Jörg Müller, #4809, today 10:40": a conversation of the past, as it is called here.
QString sampleTitle(const PastSample& sample, Instant now);

// Finds a conversation of the past, by a name, a number, or a value: a field and what was found, newest first.
class SamplePicker : public QFrame {
    Q_OBJECT

public:
    explicit SamplePicker(const StudioContext& studio, QWidget* parent = nullptr);

    // Shows itself beneath the widget. With a policy only conversations that it decided are found.
    void openBelow(QWidget& anchor, const std::optional<PolicyId>& policy = std::nullopt);

Q_SIGNALS:
    void chosen(const signalbox::PastSample& sample);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void show(const std::vector<PastSample>& samples);
    void say(const QString& words);
    void choose();

    StudioContext m_studio;
    QLineEdit* m_words;
    QListWidget* m_list;
    QLabel* m_note;
    std::optional<PolicyId> m_policy;
    std::vector<PastSample> m_samples;
    quint64 m_ticket = 0;
    QTimer m_pause;
};

}
