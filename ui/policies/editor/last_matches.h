#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/analysis_port.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace signalbox {

// The latest conversations that a policy decided; a click tries one. "See all" asks for more.
class LastMatches : public QWidget {
    Q_OBJECT

public:
    explicit LastMatches(const StudioContext& context, QWidget* parent = nullptr);

    void setPolicy(const PolicyId& policy);   // asks
    void setTotal(std::int64_t total);        // of the last 7 days; negative: not known

private:
    void ask(int limit);
    void show(const std::vector<PastSample>& samples);
    QWidget* newLineFor(const PastSample& sample);
    QString whereTo(const PastSample& sample) const;

    StudioContext m_context;
    PolicyId m_policy;
    QTimer m_pause;   // who walks through the list asks for nothing
    quint64 m_ticket = 0;
    bool m_all = false;
    QPushButton* m_seeAll;
    QVBoxLayout* m_column;
    QWidget* m_lines = nullptr;
};

}
