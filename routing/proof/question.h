#pragma once

#include "routing/proof/finding.h"
#include "routing/proof/world.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace signalbox {

// What may end a proof before it is done, and who hears of it. All three are called on the thread that checks.
struct ProofLimits {
    // Asked at least every half second, also while the solver works; from 0 on everything ends at once, so a check that is
    // no longer wanted is called off by it. Without one there is no end.
    std::function<double()> secondsLeft{};
    std::function<void(const std::string& stage, std::size_t done, std::size_t total)> progress{};
    std::function<void(const Finding& finding)> found{};   // each finding as it is made
    std::size_t overlapsShown = 20;

    double left() const { return secondsLeft ? secondsLeft() : 1e9; }
    void report(const std::string& stage, std::size_t done, std::size_t total) const
    {
        if (progress)
            progress(stage, done, total);
    }
};

// One condition that has to hold, or not to.
struct Wish {
    const Condition* condition = nullptr;
    bool wanted = true;
};

// Whether a context exists in which all that is required is so. "Yes" comes with a context that the plain evaluator has
// confirmed; "no" is a proof, with what it rests on.
class Prover;
class Question {
public:
    explicit Question(Prover& prover);
    ~Question();
    Question(Question&&) noexcept;

    // The condition has to hold (or not to). A proof that nothing satisfies all names the labels it needs, -1 never.
    void require(const Condition& condition, bool wanted, int label = -1);
    // At least one of them has to be so.
    void requireOneOf(const std::vector<Wish>& wishes);

    struct Answer {
        enum class State { Yes, No, Unknown } state = State::Unknown;
        Values witness;
        std::vector<int> reasons;   // labels, ascending
        bool yes() const { return state == State::Yes; }
        bool no() const { return state == State::No; }
        bool unknown() const { return state == State::Unknown; }
    };
    Answer answer();
    // Answers "no" again with as few labels as can be; `reasons` are those of an answer.
    std::vector<int> fewest(std::vector<int> reasons);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// What the questions about one world share.
class Prover {
public:
    Prover(const World& world, const ProofLimits& limits);
    ~Prover();

    const World& world() const;
    const ProofLimits& limits() const;

private:
    friend class Question;
    struct State;
    std::unique_ptr<State> m_state;
};

}
